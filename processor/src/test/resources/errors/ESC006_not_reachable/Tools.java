package shop;

import dev.escapement.Codec;
import dev.escapement.Tool;
import wares.Box;

@SuppressWarnings("ESC040")
class Tools {
  // ERROR ESC006 shop.Tools.Private, Declaration.PACKAGE(shop), TypeFault.PRIVATE
  @Tool private record Private() {}

  private static class Hidden {
    // ERROR ESC006 shop.Tools.Hidden.Inside, Declaration.PACKAGE(shop), TypeFault.NESTED(Hidden, TypeFault.PRIVATE)
    @Tool record Inside() {}
  }

  private record Address(String street) {}

  // ERROR ESC006 shop.Tools.Address, Declaration.PACKAGE(shop), TypeFault.PRIVATE
  @Tool record Move(Address to) {}

  private enum Colour { RED }

  // ERROR ESC006 shop.Tools.Colour, Declaration.PACKAGE(shop), TypeFault.PRIVATE
  @Tool record Paint(Colour in) {}

  // ERROR ESC006 shop.Tools.Secret, Declaration.PACKAGE(shop), TypeFault.PRIVATE
  @Codec private enum Secret { ONE }

  @Tool record Pack(Box into) {}

  sealed interface Shape permits Circle {}

  // ERROR ESC006 shop.Tools.Circle, Declaration.PACKAGE(shop), TypeFault.PRIVATE
  private record Circle(double radius) implements Shape {}

  @Tool record Draw(Shape shape) {}
}
