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
      // ERROR ESC033 Declaration.COMPONENT(place, Refund), DefaultFault.TYPE(Place)
      @JsonProperty(defaultValue = "{}") Place place,
      @JsonProperty(defaultValue = "[]") List<Place> right) {}
}
