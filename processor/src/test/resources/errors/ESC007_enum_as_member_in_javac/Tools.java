package shop;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.escapement.Tool;

// The compiler of Eclipse shows such an annotation at the accessor only, so that is where it is refused then.
@SuppressWarnings("ESC040")
class Tools {
  @Tool record Members(
      // ERROR [ESC007] @JsonProperty(access = …) on the component note of Members is not honoured
      @JsonProperty(access = JsonProperty.Access.READ_ONLY) String note) {}
}
