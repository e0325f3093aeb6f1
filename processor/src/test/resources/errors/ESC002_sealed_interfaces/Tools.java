package shop;

import dev.escapement.Codec;

class Types {
  @Codec sealed interface Shape permits Circle, Square, Line, Polygon {}

  record Circle(double radius) implements Shape {}

  // ERROR [ESC002] Square, which Shape permits, is a class … records without type parameters
  static final class Square implements Shape {}

  // ERROR [ESC002] Line, which Shape permits, is generic … records without type parameters
  record Line<T>(T from) implements Shape {}

  // ERROR [ESC002] Polygon, which Shape permits, is an interface … records without type parameters
  non-sealed interface Polygon extends Shape {}
}
