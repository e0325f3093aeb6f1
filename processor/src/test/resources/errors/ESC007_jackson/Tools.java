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
      // ERROR ESC007 JsonIgnore, Declaration.COMPONENT(secret, Ignored), AnnotationRemedy.JSON_IGNORE
      @JsonIgnore String secret,
      // ERROR ESC007 JsonAlias, Declaration.COMPONENT(id, Ignored), AnnotationRemedy.JSON_ALIAS
      @JsonAlias("orderId") String id,
      // ERROR ESC007 JsonFormat, Declaration.COMPONENT(day, Ignored), AnnotationRemedy.JSON_FORMAT
      @JsonFormat(pattern = "yyyy") String day) {}

  @Tool record Members(
      @JsonProperty(required = true) String name,
      // ERROR ESC007 Declaration.ANNOTATION_ELEMENT(JsonProperty, required), Declaration.COMPONENT(id, Members), AnnotationRemedy.OPTIONAL
      @JsonProperty(required = false) String id,
      // ERROR ESC007 Declaration.ANNOTATION_ELEMENT(JsonProperty, required), Declaration.COMPONENT(reason, Members), AnnotationRemedy.OPTIONAL
      @JsonProperty(required = true) Optional<String> reason,
      // ERROR ESC007 Declaration.ANNOTATION_ELEMENT(JsonProperty, required), Declaration.COMPONENT(place, Members), AnnotationRemedy.OPTIONAL
      @JsonProperty(required = true, defaultValue = "here") String place,
      // ERROR ESC007 Declaration.ANNOTATION_ELEMENT(JsonProperty, index), Declaration.COMPONENT(note, Members), AnnotationRemedy.NONE
      @JsonProperty(index = 1, defaultValue = "-") String note) {}

  // ERROR ESC007 JsonNaming, Declaration.NAMED(Styled), AnnotationRemedy.JSON_NAMING
  @JsonNaming(Object.class)
  // ERROR ESC007 JsonIgnoreProperties, Declaration.NAMED(Styled), AnnotationRemedy.JSON_IGNORE_PROPERTIES
  @JsonIgnoreProperties(ignoreUnknown = true)
  // ERROR ESC007 JsonInclude, Declaration.NAMED(Styled), AnnotationRemedy.JSON_INCLUDE
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Tool record Styled(String name) {}

  @Tool record Others(String text, int number) {
    // ERROR ESC007 JsonProperty, Declaration.METHOD(total, Others), AnnotationRemedy.ON_COMPONENT
    @JsonProperty int total() { return number; }

    // ERROR ESC007 JsonValue, Declaration.METHOD(all, Others), AnnotationRemedy.JSON_VALUE
    @JsonValue String all() { return text; }

    // ERROR ESC007 JsonProperty, Declaration.METHOD(number, Others), AnnotationRemedy.ON_COMPONENT
    @JsonProperty("n") public int number() { return number; }

    // ERROR ESC007 JsonCreator, Declaration.METHOD(of, Others), AnnotationRemedy.JSON_CREATOR
    @JsonCreator static Others of(String text) { return new Others(text, 0); }

    // ERROR ESC007 JsonCreator, Declaration.CONSTRUCTOR(Others), AnnotationRemedy.JSON_CREATOR
    @JsonCreator Others(String text) { this(text, 0); }
  }

  enum Reason {
    @JsonProperty("late") LATE,
    // ERROR ESC007 JsonAlias, Declaration.CONSTANT(DAMAGED, Reason), AnnotationRemedy.JSON_ALIAS
    @JsonAlias("broken") DAMAGED;

    // ERROR ESC007 JsonValue, Declaration.METHOD(shown, Reason), AnnotationRemedy.TEXT_OF_CONSTANTS([DAMAGED])
    @JsonValue String shown() { return name(); }
  }

  @Tool record Refund(Reason reason) {}

  // ERROR ESC007 Declaration.ANNOTATION_ELEMENT(JsonTypeInfo, use), Declaration.NAMED(Animal), AnnotationRemedy.TYPE_INFO
  @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS, property = "type") @Codec sealed interface Animal permits Cat {}

  record Cat(String name) implements Animal {}

  // ERROR ESC007 Declaration.ANNOTATION_ELEMENT(JsonTypeInfo, use), Declaration.NAMED(Plant), AnnotationRemedy.TYPE_INFO
  @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type") @Codec sealed interface Plant permits Tree {}

  record Tree(String name) implements Plant {}

  // ERROR ESC007 Declaration.ANNOTATION_ELEMENT(JsonTypeInfo, include), Declaration.NAMED(Metal), AnnotationRemedy.TYPE_INFO
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT, property = "type") @Codec sealed interface Metal permits Iron {}

  // ERROR ESC007 JsonTypeInfo, Declaration.NAMED(Iron), AnnotationRemedy.ON_SEALED_INTERFACE
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type") record Iron(String name) implements Metal {}

  // ERROR ESC007 Declaration.ANNOTATION_ELEMENT(JsonSubTypes.Type, names), Declaration.NAMED(Stone), AnnotationRemedy.ONE_NAME
  @JsonSubTypes(@JsonSubTypes.Type(value = Flint.class, names = {"flint", "fire"})) @Codec sealed interface Stone permits Flint {}

  record Flint(String name) implements Stone {}
}
