package magazine;

import dev.escapement.Upcast;
import dev.escapement.json.JsonText;

/** A column. */
public record Column(String text) {

  @Upcast(from = "0123456789abcdef")
  static JsonText ofString(JsonText old) {
    return new JsonText("{\"text\":" + old.json() + "}");
  }
}
