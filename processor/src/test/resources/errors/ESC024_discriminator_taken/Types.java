package shop;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.escapement.Codec;

class Types {
  @Codec sealed interface Shape permits Circle {}

  record Circle(
      double radius,
      // ERROR [ESC024] Circle has a property named "type", and so has every record of Shape: it tells them apart … @JsonProperty … @JsonTypeInfo(property = …) on Shape
      String type) implements Shape {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "source")
  @Codec sealed interface Payment permits Card {}

  record Card(
      // ERROR [ESC024] Card has a property named "source", and so has every record of Payment
      String source,
      String type) implements Payment {}
}
