package shop;

import com.fasterxml.jackson.annotation.*;
import dev.escapement.Codec;
import dev.escapement.Tool;

// GENERATED shop.Tools_StatedCodec shop.Tools_MethodCodec shop.Tools_InheritedCodec

class Tools {
  @Codec enum Stated {
    @JsonProperty("late") LATE("late"),
    @JsonProperty("broken") DAMAGED("broken");

    @JsonValue final String text;

    Stated(String text) { this.text = text; }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING) static Stated of(String text) { return LATE; }
  }

  @Codec enum Method {
    @JsonProperty("a") A;

    @JsonValue String text() { return "a"; }
  }

  interface Text { @JsonValue default String text() { return "a"; } }

  @Codec enum Inherited implements Text {
    @JsonProperty("a") A
  }

  @Codec enum Silent {
    @JsonProperty("late") LATE,
    @JsonProperty("") LOST,
    DAMAGED;

    // ERROR ESC007 JsonValue, Declaration.METHOD(text, Silent), AnnotationRemedy.TEXT_OF_CONSTANTS([LOST, DAMAGED])
    @JsonValue String text() { return name(); }

    // ERROR ESC007 JsonCreator, Declaration.METHOD(of, Silent), AnnotationRemedy.TEXT_OF_CONSTANTS([LOST, DAMAGED])
    @JsonCreator static Silent of(String text) { return LATE; }
  }

  interface Code { int code(); }

  @Codec enum Numbered implements Code {
    @JsonProperty("1") ONE;

    // ERROR ESC007 JsonValue, Declaration.METHOD(code, Numbered), AnnotationRemedy.VALUE_METHOD
    @JsonValue public int code() { return 1; }

    // ERROR ESC007 JsonCreator, Declaration.METHOD(of, Numbered), AnnotationRemedy.CREATOR_METHOD
    @JsonCreator static Numbered of(int code) { return ONE; }
  }

  @Codec enum Hidden {
    @JsonProperty("a") A;

    // ERROR ESC007 JsonValue, Declaration.FIELD(text, Hidden), AnnotationRemedy.VALUE_METHOD
    @JsonValue private final String text = "a";

    // ERROR ESC007 JsonCreator, Declaration.METHOD(of, Hidden), AnnotationRemedy.CREATOR_METHOD
    @JsonCreator private static Hidden of(String text) { return A; }
  }

  @Codec enum Wrong {
    @JsonProperty("a") A;

    // ERROR ESC007 JsonValue, Declaration.METHOD(first, Wrong), AnnotationRemedy.VALUE_METHOD
    @JsonValue static String first() { return "a"; }

    // ERROR ESC007 JsonValue, Declaration.METHOD(second, Wrong), AnnotationRemedy.VALUE_METHOD
    @JsonValue String second(int number) { return "a"; }

    // ERROR ESC007 JsonValue, Declaration.METHOD(third, Wrong), AnnotationRemedy.VALUE_METHOD
    @JsonValue(false) String third() { return "a"; }

    // ERROR ESC007 JsonCreator, Declaration.METHOD(fourth, Wrong), AnnotationRemedy.CREATOR_METHOD
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES) static Wrong fourth(String text) { return A; }

    // ERROR ESC007 JsonCreator, Declaration.METHOD(fifth, Wrong), AnnotationRemedy.CREATOR_METHOD
    @JsonCreator static Wrong fifth(@JsonProperty("text") String text) { return A; }

    // ERROR ESC007 JsonCreator, Declaration.METHOD(sixth, Wrong), AnnotationRemedy.CREATOR_METHOD
    @JsonCreator static String sixth(String text) { return text; }

    // ERROR ESC007 JsonCreator, Declaration.METHOD(seventh, Wrong), AnnotationRemedy.CREATOR_METHOD
    @JsonCreator Wrong seventh(String text) { return A; }
  }

  @Codec enum Two {
    @JsonProperty("a") A;

    @JsonValue String text() { return "a"; }

    // ERROR ESC007 JsonValue, Declaration.METHOD(other, Two), AnnotationRemedy.ONE_METHOD
    @JsonValue String other() { return "a"; }
  }
}
