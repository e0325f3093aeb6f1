package shop;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.escapement.Codec;
import dev.escapement.Tool;
import java.util.List;

@SuppressWarnings("ESC040")
class Tools {
  // ERROR ESC004 order-id, Dash, @JsonProperty
  @Tool record Dash(@JsonProperty("order-id") String orderId) {}

  // ERROR ESC004 1st, Digit, @JsonProperty
  @Tool record Digit(@JsonProperty("1st") String first) {}

  // ERROR ESC004 @type, At, @JsonProperty
  @Tool record At(@JsonProperty("@type") String type) {}

  // ERROR ESC004 $ref, Dollar, @JsonProperty
  @Tool record Dollar(String $ref) {}

  // ERROR ESC004 größe, Umlaut, @JsonProperty
  @Tool record Umlaut(int größe) {}

  @Tool record Nested(List<Inner> inner) {}

  // ERROR ESC004 a b, Inner, @JsonProperty
  record Inner(@JsonProperty("a b") String ab) {}

  // ERROR ESC004 a234567890123456789012345678901234567890123456789012345678901234x, TooLong, @JsonProperty
  @Tool record TooLong(String a234567890123456789012345678901234567890123456789012345678901234x) {}

  // ERROR ESC004 @type, Shape, Declaration.ANNOTATION_ELEMENT(@JsonTypeInfo, property)
  @Tool record Draw(Shape shape) {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME) sealed interface Shape permits Circle {}

  record Circle(double radius) implements Shape {}

  // GENERATED shop.Tools_StoredCodec
  /** No provider sees it: it may have any names. */
  @Codec record Stored(@JsonProperty("order-id") String orderId) {}
}
