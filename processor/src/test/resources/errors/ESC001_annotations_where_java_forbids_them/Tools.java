package shop;

import dev.escapement.Agent;
import dev.escapement.Codec;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

class Tools {
  // JAVAC not applicable
  @Tool void method() {}

  // JAVAC not applicable
  @Codec int field;

  // JAVAC not applicable
  @Agent Tools() {}

  // JAVAC not applicable
  // JAVAC not applicable
  @Step @Prompt static class Inner {}
}
