package shop;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.escapement.Codec;
import dev.escapement.Tool;

class Tools {
  // GENERATED shop.Tools_FineSpec shop.Tools_OrderCodec shop.GoodDeskLoop

  /** One mistake. */
  // ERROR ESC002 SchemaFault.TYPE(Declaration.COMPONENT(id, First), Object), Hint.NONE, SchemaRemedy.OBJECT
  @Tool record First(@SuppressWarnings("ESC040") Object id) {}

  /** Another one. */
  // ERROR ESC003 second tool, Second
  @Tool(name = "second tool") record Second() {}

  /** Nothing is wrong here. */
  @Tool record Fine() {}

  // ERROR ESC008 Third, TypeFault.CLASS
  @Codec static class Third {}

  @Codec record Order(String id) {}

  // ERROR ESC007 JsonIgnore, Declaration.COMPONENT(secret, Fourth), AnnotationRemedy.JSON_IGNORE
  @Codec record Fourth(@JsonIgnore String secret) {}
}
