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

    // ERROR [ESC007] @JsonValue on the method text of Silent is not honoured … Remove it, or say the value on each … LOST, DAMAGED
    @JsonValue String text() { return name(); }

    // ERROR [ESC007] @JsonCreator on the method of of Silent is not honoured … is missing on LOST, DAMAGED
    @JsonCreator static Silent of(String text) { return LATE; }
  }

  interface Code { int code(); }

  @Codec enum Numbered implements Code {
    @JsonProperty("1") ONE;

    // ERROR [ESC007] @JsonValue on the method code of Numbered is not honoured … let it give a String
    @JsonValue public int code() { return 1; }

    // ERROR [ESC007] @JsonCreator on the method of of Numbered is not honoured … makes the enum of one String
    @JsonCreator static Numbered of(int code) { return ONE; }
  }

  @Codec enum Hidden {
    @JsonProperty("a") A;

    // ERROR [ESC007] @JsonValue on text is not honoured … not private
    @JsonValue private final String text = "a";

    // ERROR [ESC007] @JsonCreator on the method of of Hidden is not honoured … not private
    @JsonCreator private static Hidden of(String text) { return A; }
  }

  @Codec enum Wrong {
    @JsonProperty("a") A;

    // ERROR [ESC007] @JsonValue on the method first of Wrong is not honoured … not static
    @JsonValue static String first() { return "a"; }

    // ERROR [ESC007] @JsonValue on the method second of Wrong is not honoured … without parameters
    @JsonValue String second(int number) { return "a"; }

    // ERROR [ESC007] @JsonValue on the method third of Wrong is not honoured … let it give a String
    @JsonValue(false) String third() { return "a"; }

    // ERROR [ESC007] @JsonCreator on the method fourth of Wrong is not honoured … makes the enum of one String
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES) static Wrong fourth(String text) { return A; }

    // ERROR [ESC007] @JsonCreator on the method fifth of Wrong is not honoured … makes the enum of one String
    @JsonCreator static Wrong fifth(@JsonProperty("text") String text) { return A; }

    // ERROR [ESC007] @JsonCreator on the method sixth of Wrong is not honoured … makes the enum of one String
    @JsonCreator static String sixth(String text) { return text; }

    // ERROR [ESC007] @JsonCreator on the method seventh of Wrong is not honoured … static method
    @JsonCreator Wrong seventh(String text) { return A; }
  }

  @Codec enum Two {
    @JsonProperty("a") A;

    @JsonValue String text() { return "a"; }

    // ERROR [ESC007] @JsonValue on the method other of Two is not honoured … there is one already
    @JsonValue String other() { return "a"; }
  }
}
