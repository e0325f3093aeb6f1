package shop;

import dev.escapement.Agent;
import dev.escapement.Effect;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

// GENERATED shop.DeskLoop shop.Desk_CloseSpec shop.Desk_Department10Spec shop.Desk_Department11Spec
// GENERATED shop.Desk_Department12Spec shop.Desk_Department13Spec shop.Desk_Department14Spec
// GENERATED shop.Desk_Department15Spec shop.Desk_Department16Spec shop.Desk_Department17Spec
// GENERATED shop.Desk_Department18Spec shop.Desk_Department19Spec shop.Desk_Department1Spec
// GENERATED shop.Desk_Department20Spec shop.Desk_Department2Spec shop.Desk_Department3Spec
// GENERATED shop.Desk_Department4Spec shop.Desk_Department5Spec shop.Desk_Department6Spec
// GENERATED shop.Desk_Department7Spec shop.Desk_Department8Spec shop.Desk_Department9Spec
@Agent
// WARNING ESC041 Desk, 21
class Desk {
  /** Close the case. */
  @Tool record Close() {}

  @Prompt String prompt() { return "Help the customer."; }

  @Step Finish<String> close(Close call) { return Finish.with("closed"); }

  /** Look up department 1. */
  @Tool record Department1() {}

  @Step(effect = Effect.READ) void department1(Department1 call) {}

  /** Look up department 2. */
  @Tool record Department2() {}

  @Step(effect = Effect.READ) void department2(Department2 call) {}

  // HIDE
  /** Look up department 3. */
  @Tool record Department3() {}

  @Step(effect = Effect.READ) void department3(Department3 call) {}

  /** Look up department 4. */
  @Tool record Department4() {}

  @Step(effect = Effect.READ) void department4(Department4 call) {}

  /** Look up department 5. */
  @Tool record Department5() {}

  @Step(effect = Effect.READ) void department5(Department5 call) {}

  /** Look up department 6. */
  @Tool record Department6() {}

  @Step(effect = Effect.READ) void department6(Department6 call) {}

  /** Look up department 7. */
  @Tool record Department7() {}

  @Step(effect = Effect.READ) void department7(Department7 call) {}

  /** Look up department 8. */
  @Tool record Department8() {}

  @Step(effect = Effect.READ) void department8(Department8 call) {}

  /** Look up department 9. */
  @Tool record Department9() {}

  @Step(effect = Effect.READ) void department9(Department9 call) {}

  /** Look up department 10. */
  @Tool record Department10() {}

  @Step(effect = Effect.READ) void department10(Department10 call) {}

  /** Look up department 11. */
  @Tool record Department11() {}

  @Step(effect = Effect.READ) void department11(Department11 call) {}

  /** Look up department 12. */
  @Tool record Department12() {}

  @Step(effect = Effect.READ) void department12(Department12 call) {}

  /** Look up department 13. */
  @Tool record Department13() {}

  @Step(effect = Effect.READ) void department13(Department13 call) {}

  /** Look up department 14. */
  @Tool record Department14() {}

  @Step(effect = Effect.READ) void department14(Department14 call) {}

  /** Look up department 15. */
  @Tool record Department15() {}

  @Step(effect = Effect.READ) void department15(Department15 call) {}

  /** Look up department 16. */
  @Tool record Department16() {}

  @Step(effect = Effect.READ) void department16(Department16 call) {}

  /** Look up department 17. */
  @Tool record Department17() {}

  @Step(effect = Effect.READ) void department17(Department17 call) {}

  /** Look up department 18. */
  @Tool record Department18() {}

  @Step(effect = Effect.READ) void department18(Department18 call) {}

  /** Look up department 19. */
  @Tool record Department19() {}

  @Step(effect = Effect.READ) void department19(Department19 call) {}

  /** Look up department 20. */
  @Tool record Department20() {}

  @Step(effect = Effect.READ) void department20(Department20 call) {}
  // SHOW
}
