package shop;

import dev.escapement.*;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.*;
import java.time.*;
import java.util.*;

@SuppressWarnings("ESC040")
class Tools {
  @Tool record Refund(
      // ERROR [ESC032] The component note of Refund has a default, so it always has a value, and Optional says
      @JsonProperty(defaultValue = "-") Optional<String> note,
      @JsonProperty(defaultValue = "-") String right) {}
}
