package shop;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.escapement.Codec;

// GENERATED shop.Tools_DiamondCodec
class Tools {
  @Codec enum Reason {
    LATE,
    // ERROR ESC010 Reason, LATE, Declaration.CONSTANTS, @JsonProperty
    @JsonProperty("LATE") TOO_LATE
  }

  @Codec sealed interface Shape permits Circle, Round.Circle, Ball, Sphere {}

  record Circle(double radius) implements Shape {}

  static class Round {
    // ERROR ESC010 Shape, circle, Declaration.RECORDS, @JsonTypeName
    record Circle(double radius) implements Shape {}
  }

  // ERROR ESC010 Shape, ball, Declaration.RECORDS, @JsonTypeName
  @JsonTypeName("ball") record Sphere(double radius) implements Shape {}

  // the second in the order of "permits" has to give way
  record Ball(double radius) implements Shape {}

  @Codec sealed interface Diamond permits Left, Right {}

  sealed interface Left extends Diamond permits Both {}

  sealed interface Right extends Diamond permits Both {}

  /** Permitted twice, and one record nevertheless. */
  record Both(String text) implements Left, Right {}
}
