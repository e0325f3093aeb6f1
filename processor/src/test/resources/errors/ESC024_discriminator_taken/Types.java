package shop;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.escapement.Codec;

class Types {
  @Codec sealed interface Shape permits Circle {}

  record Circle(
      double radius,
      // ERROR ESC024 Circle, type, Shape
      String type) implements Shape {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "source")
  @Codec sealed interface Payment permits Card {}

  record Card(
      // ERROR ESC024 Card, source, Payment
      String source,
      String type) implements Payment {}
}
