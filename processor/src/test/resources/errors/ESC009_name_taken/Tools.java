package shop;

import dev.escapement.Codec;
import dev.escapement.Tool;

@SuppressWarnings("ESC040")
class Outer {
  // ERROR ESC009 Inner, shop.Outer_InnerSpec
  @Tool record Inner() {}

  // ERROR ESC009 Order, shop.Outer_OrderCodec
  @Codec record Order() {}
}

class Outer_InnerSpec {}
class Outer_OrderCodec {}
