package shop;

import dev.escapement.Agent;
import dev.escapement.Effect;
import dev.escapement.Gate;
import dev.escapement.OnText;
import dev.escapement.Prefetch;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.Verdict;
import org.springframework.transaction.annotation.Transactional;

@SuppressWarnings("ESC040")
@Agent(onText = OnText.FINISH)
class Desk {
  // GENERATED shop.DeskLoop shop.Desk_Call01Spec shop.Desk_Call02Spec shop.Desk_Call03Spec shop.Desk_Call04Spec
  // GENERATED shop.Desk_Call05Spec shop.Desk_Call06Spec shop.Desk_Call07Spec shop.Desk_Call08Spec shop.Desk_Call09Spec
  // GENERATED shop.Desk_Call10Spec shop.Desk_Call11Spec shop.Desk_Call12Spec shop.Desk_Call13Spec
  @Tool record Call01() {}
  @Tool record Call02() {}
  @Tool record Call03() {}
  @Tool record Call04() {}
  @Tool record Call05() {}
  @Tool record Call06() {}
  @Tool record Call07() {}
  @Tool record Call08() {}
  @Tool record Call09() {}
  @Tool record Call10() {}
  @Tool record Call11() {}
  @Tool record Call12() {}
  @Tool record Call13() {}

  static class Refused extends Exception {}
  static class LateRefused extends Refused {}
  static class Broken extends RuntimeException {}
  static class Other extends Exception {}

  @Transactional(rollbackFor = Refused.class)
  @interface Unit {}

  @Prompt String prompt() { return ""; }

  // WARNING ESC046 Declaration.STEP(one), [Refused, Other], TransactionRemedy.ROLL_BACK(rollbackFor, "{Refused.class, Other.class}"), Hint.NONE
  @Transactional @Step void one(Call01 call) throws Refused, Other, Broken {}

  @Transactional(rollbackFor = Exception.class) @Step void two(Call02 call) throws Refused, Other {}

  @Transactional(rollbackForClassName = "Refused") @Step void three(Call03 call) throws LateRefused {}

  // WARNING ESC046 Declaration.STEP(four), [Refused], TransactionRemedy.ROLL_BACK(rollbackFor, "{LateRefused.class, Refused.class}"), Hint.NONE
  @Transactional(rollbackFor = LateRefused.class) @Step void four(Call04 call) throws Refused {}

  // WARNING ESC046 Declaration.STEP(five), [Broken], TransactionRemedy.DO_NOT_EXCLUDE([Broken], noRollbackFor), Hint.NONE
  @Transactional(noRollbackFor = Broken.class) @Step void five(Call05 call) throws Broken {}

  @Transactional @Step void six(Call06 call) throws Broken {}

  // WARNING ESC046 Declaration.STEP(seven), [LateRefused], TransactionRemedy.DO_NOT_EXCLUDE([LateRefused], noRollbackFor), Hint.NONE
  @Transactional(rollbackFor = Refused.class, noRollbackFor = LateRefused.class) @Step void seven(Call07 call) throws Refused {}

  @Transactional(noRollbackFor = Exception.class, rollbackFor = Refused.class) @Step void eight(Call08 call) throws Refused {}

  @Transactional(readOnly = true) @Step void nine(Call09 call) throws Refused {}

  // WARNING ESC046 Declaration.STEP(ten), [Other], TransactionRemedy.ROLL_BACK(rollbackFor, "{Refused.class, Other.class}"), Hint.NONE
  @Unit @Step void ten(Call10 call) throws Refused, Other {}

  // WARNING ESC046 Declaration.STEP(eleven), [Other, Broken], TransactionRemedy.BOTH(rollbackFor, Other.class, [Broken], noRollbackFor), Hint.NONE
  @Transactional(noRollbackFor = Broken.class) @Step void eleven(Call11 call) throws Other, Broken {}

  @SuppressWarnings("ESC046") @Transactional @Step void twelve(Call12 call) throws Refused {}

  // WARNING ESC042 Declaration.STEP(thirteen), [Exception]
  // WARNING ESC046 Declaration.STEP(thirteen), [Exception], TransactionRemedy.ROLL_BACK(rollbackFor, Exception.class), Hint.NONE
  @Step @Transactional void thirteen(Call13 call) throws Exception {}

  // WARNING ESC046 Declaration.GATE(check), [Refused], TransactionRemedy.ROLL_BACK(rollbackFor, Refused.class), Hint.NONE
  @Transactional @Gate Verdict check(Call01 call) throws Refused { return Verdict.proceed(); }

  // WARNING ESC046 Declaration.PREFETCH(facts), [Refused], TransactionRemedy.ROLL_BACK(rollbackFor, Refused.class), Hint.NONE
  @Transactional @Prefetch String facts() throws Refused { return ""; }

  @Transactional void notOfTheAgent() throws Refused {}
}
