package main

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"testing"
	"time"
)

func TestCollectorWaitsOnce(t *testing.T) {
	before := debug.SetGCPercent(100)
	defer debug.SetGCPercent(before)
	percent := func() uint64 {
		now := []metrics.Sample{{Name: "/gc/gogc:percent"}}
		metrics.Read(now)
		return now[0].Value.Uint64()
	}
	for _, variable := range []string{"GOGC", "GOMEMLIMIT"} {
		collectLater(func(name string) string { return map[string]string{variable: "50"}[name] })
		if percent() != 100 {
			t.Errorf("the collector does not do as %s says", variable)
		}
	}
	collectLater(func(string) string { return "" })
	if percent() != atStart {
		t.Error("the first collection comes no later than usual")
	}
	for range 100 {
		if runtime.GC(); percent() == 100 {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Error("after the first collection the next one comes late too")
}
