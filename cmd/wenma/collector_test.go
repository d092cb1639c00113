package main

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"testing"
	"time"
)

// percent is what the collector goes by.
func percent() uint64 {
	now := []metrics.Sample{{Name: "/gc/gogc:percent"}}
	metrics.Read(now)
	return now[0].Value.Uint64()
}

// TestCollectorWaitsOnce: the first collection is put off, and what is asked for meanwhile holds from then on.
func TestCollectorWaitsOnce(t *testing.T) {
	before := debug.SetGCPercent(100)
	defer debug.SetGCPercent(before)
	for _, variable := range []string{"GOGC", "GOMEMLIMIT"} {
		collectLater(func(name string) string { return map[string]string{variable: "50"}[name] })
		if collectOften(); percent() != 100 {
			t.Errorf("the collector does not do as %s says", variable)
		}
	}
	collectLater(func(string) string { return "" })
	if percent() != atStart {
		t.Error("the first collection comes no later than usual")
	}
	collectOften()
	if percent() != atStart {
		t.Error("what is asked for does not wait for the first collection")
	}
	for n := 0; percent() == atStart; n++ {
		if n == 100 {
			t.Fatal("after the first collection the next one comes late too")
		}
		runtime.GC()
		time.Sleep(10 * time.Millisecond)
	}
	if percent() != whileReading {
		t.Errorf("while reading it is %d", percent())
	}
	if collectAsUsual(); percent() != 100 {
		t.Errorf("after reading it is %d", percent())
	}
}
