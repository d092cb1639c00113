package main

import (
	"errors"
	"io/fs"
	"os"
)

// disk is what a commit does to the file system, one call for each thing that can fail or be cut off. Tests put disks in its
// place that fill up, refuse, or die at a given call.
type disk interface {
	// mkdir makes a directory whose parent is there.
	mkdir(path string) error
	// write makes a file that must not exist yet, and returns once it would survive a loss of power.
	write(path string, content []byte) error
	// jot is write for what can be lost with the power.
	jot(path string, content []byte) error
	// extend adds to the end of a file, and can be lost too.
	extend(path string, content []byte) error
	chmod(path string, mode fs.FileMode) error
	rename(from, to string) error
	remove(path string) error
}

var theDisk disk = osDisk{}

type osDisk struct{}

func (osDisk) mkdir(path string) error                   { return os.Mkdir(path, 0o777) }
func (osDisk) chmod(path string, mode fs.FileMode) error { return os.Chmod(path, mode) }
func (osDisk) rename(from, to string) error              { return os.Rename(from, to) }
func (osDisk) remove(path string) error                  { return os.Remove(path) }

func (osDisk) jot(path string, content []byte) error { return os.WriteFile(path, content, 0o666) }

func (osDisk) extend(path string, content []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_APPEND, 0)
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	return errors.Join(err, f.Close())
}

func (osDisk) write(path string, content []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}
