package shop;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.escapement.Agent;
import dev.escapement.OnText;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

@SuppressWarnings("ESC040")
@Agent(onText = OnText.FINISH)
class Desk {
  // GENERATED shop.Desk_LookUpSpec
  @Tool record LookUp() {}

  record Order(
      String id,
      // ERROR ESC005 Order, id
      @JsonProperty("id") String number) {}

  @Prompt String prompt() { return ""; }

  @Step Order lookUp(LookUp call) { return new Order("", ""); }
}
