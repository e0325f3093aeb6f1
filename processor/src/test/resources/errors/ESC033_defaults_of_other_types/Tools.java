package shop;

import dev.escapement.*;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.*;
import java.time.*;
import java.util.*;

@SuppressWarnings("ESC040")
class Tools {
  record Place(String city) {}

  @Tool record Refund(
      // ERROR [ESC033] The component place of Refund has a default, but the type Place can have none
      @JsonProperty(defaultValue = "{}") Place place,
      @JsonProperty(defaultValue = "[]") List<Place> right) {}
}
