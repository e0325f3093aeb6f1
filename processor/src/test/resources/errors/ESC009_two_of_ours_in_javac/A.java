package shop;

import dev.escapement.Tool;

@SuppressWarnings("ESC040")
class A {
  // GENERATED shop.A_BSpec
  @Tool record B() {}
}
