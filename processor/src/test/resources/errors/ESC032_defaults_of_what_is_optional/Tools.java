package shop;

import dev.escapement.*;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.*;
import java.time.*;
import java.util.*;

@SuppressWarnings("ESC040")
class Tools {
  @Tool record Refund(
      // ERROR ESC032 Declaration.COMPONENT(note, Refund), Optional
      @JsonProperty(defaultValue = "-") Optional<String> note,
      @JsonProperty(defaultValue = "-") String right) {}
}
