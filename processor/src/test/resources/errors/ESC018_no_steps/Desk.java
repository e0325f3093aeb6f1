package shop;

import dev.escapement.Agent;
import dev.escapement.Effect;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.StepContext;

// ERROR ESC018 Desk
@Agent class Desk {
  @Prompt String prompt() { return ""; }
}
