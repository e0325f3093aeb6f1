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
      // ERROR [ESC031] "ten" cannot be the default of the component cents of Refund: it would have to be an integer of 32 bits
      @JsonProperty(defaultValue = "ten") int cents,
      // ERROR [ESC031] "0" cannot be the default of the component count of Refund: it would have to be at least 1
      @JsonProperty(defaultValue = "0") @Positive int count,
      // ERROR [ESC031] "LOST" cannot be the default of the component reason of Refund: it would have to be one of DAMAGED, LATE
      @JsonProperty(defaultValue = "LOST") Reason reason,
      @JsonProperty(defaultValue = "LATE") Reason right) {}
}
