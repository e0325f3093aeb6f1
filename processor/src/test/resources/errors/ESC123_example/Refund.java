package shop;

import dev.escapement.Upcast;
import dev.escapement.json.JsonText;

class Refund {

  @Upcast(from = "3d76b3becf5d95c9")
  // ERROR ESC123 toCents, Refund
  static JsonText toCents(JsonText old) { return new JsonText("{\"amountCents\": 100}"); }
}
