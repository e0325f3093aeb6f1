package shop;

import dev.escapement.Codec;

class Types {
  @Codec sealed interface Shape permits Circle, Square, Line, Polygon {}

  record Circle(double radius) implements Shape {}

  // ERROR ESC002 SchemaFault.PERMITTED_TYPE(Square, Shape, TypeFault.CLASS), Hint.NONE, SchemaRemedy.PERMITTED_TYPES(Shape)
  static final class Square implements Shape {}

  // ERROR ESC002 SchemaFault.PERMITTED_TYPE(Line, Shape, TypeFault.OPEN_PARAMETER(T)), Hint.NONE, SchemaRemedy.PERMITTED_TYPES(Shape)
  record Line<T>(T from) implements Shape {}

  // ERROR ESC002 SchemaFault.PERMITTED_TYPE(Polygon, Shape, TypeFault.OPEN_INTERFACE), Hint.NONE, SchemaRemedy.PERMITTED_TYPES(Shape)
  non-sealed interface Polygon extends Shape {}
}
