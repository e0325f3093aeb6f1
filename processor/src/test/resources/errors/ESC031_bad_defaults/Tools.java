package shop;

import dev.escapement.*;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.*;
import java.time.*;
import java.util.*;

@SuppressWarnings("ESC040")
class Tools {
  enum Reason { DAMAGED, LATE }

  @Tool record Refund(
      // ERROR ESC031 ten, Declaration.COMPONENT(cents, Refund), Expectation.INTEGER_OF_BITS(32)
      @JsonProperty(defaultValue = "ten") int cents,
      // ERROR ESC031 0, Declaration.COMPONENT(count, Refund), Expectation.AT_LEAST(1)
      @JsonProperty(defaultValue = "0") @Positive int count,
      // ERROR ESC031 LOST, Declaration.COMPONENT(reason, Refund), Expectation.CONSTANT([DAMAGED, LATE])
      @JsonProperty(defaultValue = "LOST") Reason reason,
      @JsonProperty(defaultValue = "LATE") Reason right) {}
}
