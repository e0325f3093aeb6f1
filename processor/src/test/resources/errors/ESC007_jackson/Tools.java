package shop;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.escapement.Codec;
import dev.escapement.Tool;
import java.util.Optional;
import tools.jackson.databind.annotation.JsonNaming;

@SuppressWarnings("ESC040")
// GENERATED shop.Tools_HonouredSpec shop.Tools_ShapeCodec
class Tools {
  @JsonClassDescription("All that is honoured.")
  @Tool record Honoured(@JsonProperty("order_id") @JsonPropertyDescription("The order") String orderId) {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.PROPERTY, property = "kind")
  @JsonSubTypes(@JsonSubTypes.Type(value = Circle.class, name = "round"))
  @Codec sealed interface Shape permits Circle, Square {}

  record Circle(double radius) implements Shape {}

  @JsonTypeName("square")
  record Square(double side) implements Shape {}

  @Tool record Ignored(
      // ERROR [ESC007] @JsonIgnore on the component secret of Ignored is not honoured … Remove it
      @JsonIgnore String secret,
      // ERROR [ESC007] @JsonAlias on the component id of Ignored is not honoured
      @JsonAlias("orderId") String id,
      // ERROR [ESC007] @JsonFormat on the component day of Ignored is not honoured … java.time
      @JsonFormat(pattern = "yyyy") String day) {}

  @Tool record Members(
      @JsonProperty(required = true) String name,
      // ERROR [ESC007] @JsonProperty(required = …) on the component id of Members is not honoured … Optional
      @JsonProperty(required = false) String id,
      // ERROR [ESC007] @JsonProperty(required = …) on the component reason of Members is not honoured … Optional
      @JsonProperty(required = true) Optional<String> reason,
      // ERROR [ESC007] @JsonProperty(required = …) on the component place of Members is not honoured … Optional
      @JsonProperty(required = true, defaultValue = "here") String place,
      // ERROR [ESC007] @JsonProperty(index = …) on the component note of Members is not honoured
      @JsonProperty(index = 1, defaultValue = "-") String note) {}

  // ERROR [ESC007] @JsonNaming on Styled is not honoured … naming = SNAKE_CASE in @Tool
  @JsonNaming(Object.class)
  // ERROR [ESC007] @JsonIgnoreProperties on Styled is not honoured … a property without a component is a violation
  @JsonIgnoreProperties(ignoreUnknown = true)
  // ERROR [ESC007] @JsonInclude on Styled is not honoured … an Optional that is empty is left out
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Tool record Styled(String name) {}

  @Tool record Others(String text, int number) {
    // ERROR [ESC007] @JsonProperty on the method total of Others is not honoured
    @JsonProperty int total() { return number; }

    // ERROR [ESC007] @JsonValue on the method all of Others is not honoured … a property for each component
    @JsonValue String all() { return text; }

    // ERROR [ESC007] @JsonProperty on the method number of Others is not honoured … component
    @JsonProperty("n") public int number() { return number; }

    // ERROR [ESC007] @JsonCreator on the method of of Others is not honoured … canonical constructor
    @JsonCreator static Others of(String text) { return new Others(text, 0); }

    // ERROR [ESC007] @JsonCreator on a constructor of Others is not honoured
    @JsonCreator Others(String text) { this(text, 0); }
  }

  enum Reason {
    @JsonProperty("late") LATE,
    // ERROR [ESC007] @JsonAlias on the constant DAMAGED of Reason is not honoured
    @JsonAlias("broken") DAMAGED;

    // ERROR [ESC007] @JsonValue on the method shown of Reason is not honoured … @JsonProperty("…") is missing on DAMAGED
    @JsonValue String shown() { return name(); }
  }

  @Tool record Refund(Reason reason) {}

  // ERROR [ESC007] @JsonTypeInfo(use = …) on Animal is not honoured … use = NAME
  @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS, property = "type") @Codec sealed interface Animal permits Cat {}

  record Cat(String name) implements Animal {}

  // ERROR [ESC007] @JsonTypeInfo(use = …) on Plant is not honoured … use = NAME
  @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type") @Codec sealed interface Plant permits Tree {}

  record Tree(String name) implements Plant {}

  // ERROR [ESC007] @JsonTypeInfo(include = …) on Metal is not honoured … include = PROPERTY
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT, property = "type") @Codec sealed interface Metal permits Iron {}

  // ERROR [ESC007] @JsonTypeInfo on Iron is not honoured … sealed interface
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type") record Iron(String name) implements Metal {}

  // ERROR [ESC007] @JsonSubTypes.Type(names = …) on Stone is not honoured … name
  @JsonSubTypes(@JsonSubTypes.Type(value = Flint.class, names = {"flint", "fire"})) @Codec sealed interface Stone permits Flint {}

  record Flint(String name) implements Stone {}
}
