package shop;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.escapement.Naming;
import dev.escapement.Tool;

@SuppressWarnings("ESC040")
class Tools {
  @Tool record Renamed(
      String id,
      // ERROR ESC005 Renamed, id
      @JsonProperty("id") String orderId) {}

  @Tool(naming = Naming.SNAKE_CASE) record ByNaming(
      String order_id,
      // ERROR ESC005 ByNaming, order_id
      String orderId) {}
}
