package shop;

import dev.escapement.Codec;

@Codec
record Money(long cents) {}
