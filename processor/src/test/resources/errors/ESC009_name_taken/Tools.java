package shop;

import dev.escapement.Codec;
import dev.escapement.Tool;

@SuppressWarnings("ESC040")
class Outer {
  // ERROR [ESC009] Inner needs the class shop.Outer_InnerSpec, but there is one of that name already … Rename
  @Tool record Inner() {}

  // ERROR [ESC009] Order needs the class shop.Outer_OrderCodec, but there is one
  @Codec record Order() {}
}

class Outer_InnerSpec {}
class Outer_OrderCodec {}
