package shop;

import dev.escapement.Codec;
import dev.escapement.Tool;
import wares.Box;

@SuppressWarnings("ESC040")
class Tools {
  // ERROR [ESC006] Generated code in the package shop cannot use shop.Tools.Private, which is private
  @Tool private record Private() {}

  private static class Hidden {
    // ERROR [ESC006] cannot use shop.Tools.Hidden.Inside, which stands in Hidden, which is private
    @Tool record Inside() {}
  }

  private record Address(String street) {}

  // ERROR [ESC006] cannot use shop.Tools.Address, which is private
  @Tool record Move(Address to) {}

  private enum Colour { RED }

  // ERROR [ESC006] cannot use shop.Tools.Colour, which is private
  @Tool record Paint(Colour in) {}

  // ERROR [ESC006] cannot use shop.Tools.Secret, which is private
  @Codec private enum Secret { ONE }

  @Tool record Pack(Box into) {}

  sealed interface Shape permits Circle {}

  // ERROR [ESC006] cannot use shop.Tools.Circle, which is private
  private record Circle(double radius) implements Shape {}

  @Tool record Draw(Shape shape) {}
}
