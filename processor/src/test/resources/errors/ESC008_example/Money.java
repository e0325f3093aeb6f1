package shop;

import dev.escapement.Codec;

@Codec
// ERROR ESC008 Money, TypeFault.CLASS
class Money {
  long cents;
}
