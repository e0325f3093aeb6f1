package wares;

record Label(String text) {}
