package shop;

import dev.escapement.Agent;
import dev.escapement.Effect;
import dev.escapement.OnText;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.StepContext;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.escapement.Codec;

// OPTION --should-stop=ifError=FLOW
@SuppressWarnings("ESC040")
@Agent(onText = OnText.FINISH)
class Desk {
  // GENERATED shop.Desk_UsesClassSpec

  // ERROR ESC001 NoRecord, TypeFault.NOT_A_RECORD(TypeFault.CLASS)
  @Tool static class NoRecord {}

  // ERROR ESC002 SchemaFault.TYPE(Declaration.COMPONENT(value, NoSchema), Object), Hint.NONE, SchemaRemedy.OBJECT
  @Tool record NoSchema(Object value) {}

  // ERROR ESC003 no name, NoName
  @Tool(name = "no name") record NoName() {}

  // ERROR ESC004 no-name, NoProperty, @JsonProperty
  @Tool record NoProperty(@JsonProperty("no-name") String name) {}

  // ERROR ESC006 shop.Desk.Private, Declaration.PACKAGE(shop), TypeFault.PRIVATE
  @Tool private record Private() {}

  // ERROR ESC008 NoCodec, TypeFault.CLASS
  @Codec static class NoCodec {}

  @Tool record UsesNoCodec(NoCodec codec, NoRecord tool) {}

  // ERROR ESC005 BadResult, text
  @Codec record BadResult(@JsonProperty("text") String written, String text) {}

  @Tool record UsesClass() {}

  @Prompt String prompt() { return ""; }

  @Step void noRecord(NoRecord call) {}

  @Step void noSchema(NoSchema call) {}

  @Step void noName(NoName call) {}

  @Step void noProperty(NoProperty call) {}

  @Step void isPrivate(Private call) {}

  @Step NoCodec usesNoCodec(UsesNoCodec call) { return call.codec(); }

  @Step BadResult usesClass(UsesClass call) { return new BadResult("", ""); }
}
