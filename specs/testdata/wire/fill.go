// Package wire fills requests and answers with values and compares what arrives with what was sent.
package wire

import (
	"encoding/json"
	"fmt"
	"io"
	"reflect"
	"strings"
)

var raw = reflect.TypeFor[json.RawMessage]()

// Fill gives every field a value of its own that Validate takes; files have their field's number for content.
func Fill[T any]() T {
	var v T
	n := 0
	fill(reflect.ValueOf(&v).Elem(), &n, 0)
	repair(reflect.ValueOf(&v).Elem(), &n)
	return v
}

func fill(v reflect.Value, n *int, depth int) {
	*n++
	switch {
	case v.Type() == raw:
		v.SetBytes([]byte(fmt.Sprintf(`{"n":%d}`, *n)))
		return
	case v.Kind() == reflect.Struct && v.Type().Name() == "FileStream":
		v.FieldByName("Name").SetString(fmt.Sprintf("f%d.txt", *n))
		v.FieldByName("ContentType").SetString("text/plain")
		v.FieldByName("Content").Set(reflect.ValueOf(strings.NewReader(fmt.Sprintf("content %d", *n))))
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(fmt.Sprintf("v%d/ä &=中", *n))
		settleNamed(v, *n)
	case reflect.Int64:
		v.SetInt(int64(*n))
		settleNamed(v, *n)
	case reflect.Float64:
		v.SetFloat(float64(*n) + 0.5)
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Pointer:
		if depth < 8 {
			v.Set(reflect.New(v.Type().Elem()))
			fill(v.Elem(), n, depth+1)
		}
	case reflect.Slice:
		if depth < 8 {
			v.Set(reflect.MakeSlice(v.Type(), 2, 2))
			fill(v.Index(0), n, depth+2)
			fill(v.Index(1), n, depth+2)
		}
	case reflect.Map:
		elem := reflect.New(v.Type().Elem()).Elem()
		fill(elem, n, depth+1)
		v.Set(reflect.MakeMap(v.Type()))
		v.SetMapIndex(reflect.ValueOf("key"), elem)
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				fill(v.Field(i), n, depth+1)
			}
		}
	}
}

// Settle reads the files in a value, so that values compare: the content becomes a string reader at its start.
func Settle(v any) { settle(reflect.ValueOf(v)) }

func settle(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			return
		}
		if v.Elem().Kind() == reflect.Struct && v.Elem().Type().Name() == "FileStream" {
			content := v.Elem().FieldByName("Content")
			text, err := io.ReadAll(content.Interface().(io.Reader))
			if err != nil {
				text = []byte(err.Error())
			}
			content.Set(reflect.ValueOf(strings.NewReader(string(text))))
			return
		}
		settle(v.Elem())
	case reflect.Slice:
		for i := range v.Len() {
			settle(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				settle(v.Field(i))
			}
		}
	}
}

// Same compares two values, nil and empty lists being the same.
func Same(a, b any) bool {
	return reflect.DeepEqual(a, b) || fmt.Sprintf("%+v", deref(a)) == fmt.Sprintf("%+v", deref(b))
}

func deref(v any) any {
	text, err := json.Marshal(v)
	if err != nil {
		return err
	}
	return string(text)
}

// Succeed sets the business code of an answer whose handler sets it itself: the member of that name at the top.
func Succeed(v any, member, literal string) {
	set := func(x reflect.Value) {
		for x.Kind() == reflect.Pointer {
			if x.IsNil() {
				x.Set(reflect.New(x.Type().Elem()))
			}
			x = x.Elem()
		}
		if x.Kind() == reflect.String {
			x.SetString(literal)
		} else if err := json.Unmarshal([]byte(literal), x.Addr().Interface()); err != nil {
			panic(err)
		}
	}
	x := reflect.ValueOf(v)
	for x.Kind() == reflect.Pointer {
		x = x.Elem()
	}
	if x.Kind() != reflect.Struct {
		return
	}
	for i := range x.NumField() {
		tag, _, _ := strings.Cut(x.Type().Field(i).Tag.Get("json"), ",")
		switch {
		case tag == member:
			set(x.Field(i))
		case x.Type().Field(i).Anonymous:
			Succeed(x.Field(i).Addr().Interface(), member, literal)
		}
	}
}
