package shop;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.escapement.Codec;
import dev.escapement.Tool;

class Tools {
  // GENERATED shop.Tools_FineSpec shop.Tools_OrderCodec shop.GoodDeskLoop

  /** One mistake. */
  // ERROR [ESC002] The component id of First has the type Object
  @Tool record First(@SuppressWarnings("ESC040") Object id) {}

  /** Another one. */
  // ERROR [ESC003] "second tool" cannot be the name of the tool
  @Tool(name = "second tool") record Second() {}

  /** Nothing is wrong here. */
  @Tool record Fine() {}

  // ERROR [ESC008] Third is annotated with @Codec but is a class
  @Codec static class Third {}

  @Codec record Order(String id) {}

  // ERROR [ESC007] @JsonIgnore on the component secret of Fourth is not honoured
  @Codec record Fourth(@JsonIgnore String secret) {}
}
