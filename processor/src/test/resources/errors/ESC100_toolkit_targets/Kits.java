package shop;

import dev.escapement.Toolkit;

class Kits {
  // ERROR ESC100 Generic, TypeFault.GENERIC
  @Toolkit static class Generic<T> {}

  // ERROR ESC100 Hidden, TypeFault.PRIVATE
  @Toolkit private static class Hidden {}

  // ERROR ESC100 Inner, TypeFault.NOT_STATIC
  @Toolkit class Inner {}

  // ERROR ESC100 ARecord, TypeFault.RECORD
  @Toolkit record ARecord() {}

  // ERROR ESC100 Open, TypeFault.NOT_A_CLASS
  @Toolkit interface Open {}

  @Toolkit static class Empty {}
}
