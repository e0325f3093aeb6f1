package shop;

import dev.escapement.Agent;
import dev.escapement.Effect;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

@Agent
class Desk {
  /** Close the case. */
  @Tool record Close() {}

  @Prompt String prompt() { return "Help the customer."; }

  @Step Finish<String> close(Close call) { return Finish.with("closed"); }

  /** Look department 1 up. */
  @Tool record Department1() {}

  @Step(effect = Effect.READ) void department1(Department1 call) {}

  // HIDE
  /** Look department 2 up. */
  @Tool record Department2() {}

  @Step(effect = Effect.READ) void department2(Department2 call) {}

  /** Look department 3 up. */
  @Tool record Department3() {}

  @Step(effect = Effect.READ) void department3(Department3 call) {}

  /** Look department 4 up. */
  @Tool record Department4() {}

  @Step(effect = Effect.READ) void department4(Department4 call) {}

  /** Look department 5 up. */
  @Tool record Department5() {}

  @Step(effect = Effect.READ) void department5(Department5 call) {}

  /** Look department 6 up. */
  @Tool record Department6() {}

  @Step(effect = Effect.READ) void department6(Department6 call) {}

  /** Look department 7 up. */
  @Tool record Department7() {}

  @Step(effect = Effect.READ) void department7(Department7 call) {}

  /** Look department 8 up. */
  @Tool record Department8() {}

  @Step(effect = Effect.READ) void department8(Department8 call) {}

  /** Look department 9 up. */
  @Tool record Department9() {}

  @Step(effect = Effect.READ) void department9(Department9 call) {}

  /** Look department 10 up. */
  @Tool record Department10() {}

  @Step(effect = Effect.READ) void department10(Department10 call) {}
  // SHOW
}

@Agent
class Archive {
  /** Close the case. */
  @Tool record Close() {}

  @Prompt String prompt() { return "Help the customer."; }

  @Step Finish<String> close(Close call) { return Finish.with("closed"); }

  /** Look department 11 up. */
  @Tool record Department11() {}

  @Step(effect = Effect.READ) void department11(Department11 call) {}

  // HIDE
  /** Look department 12 up. */
  @Tool record Department12() {}

  @Step(effect = Effect.READ) void department12(Department12 call) {}

  /** Look department 13 up. */
  @Tool record Department13() {}

  @Step(effect = Effect.READ) void department13(Department13 call) {}

  /** Look department 14 up. */
  @Tool record Department14() {}

  @Step(effect = Effect.READ) void department14(Department14 call) {}

  /** Look department 15 up. */
  @Tool record Department15() {}

  @Step(effect = Effect.READ) void department15(Department15 call) {}

  /** Look department 16 up. */
  @Tool record Department16() {}

  @Step(effect = Effect.READ) void department16(Department16 call) {}

  /** Look department 17 up. */
  @Tool record Department17() {}

  @Step(effect = Effect.READ) void department17(Department17 call) {}

  /** Look department 18 up. */
  @Tool record Department18() {}

  @Step(effect = Effect.READ) void department18(Department18 call) {}

  /** Look department 19 up. */
  @Tool record Department19() {}

  @Step(effect = Effect.READ) void department19(Department19 call) {}

  /** Look department 20 up. */
  @Tool record Department20() {}

  @Step(effect = Effect.READ) void department20(Department20 call) {}
  // SHOW
}
