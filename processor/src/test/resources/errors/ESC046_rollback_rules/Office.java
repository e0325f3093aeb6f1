package shop;

import dev.escapement.Agent;
import dev.escapement.OnText;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import jakarta.transaction.Transactional;

// GENERATED shop.OfficeLoop shop.LaterOfficeLoop shop.Ask1Spec shop.Ask2Spec shop.Ask3Spec shop.Ask4Spec shop.Ask5Spec
@SuppressWarnings("ESC040")
@Tool record Ask1() {}
@SuppressWarnings("ESC040")
@Tool record Ask2() {}
@SuppressWarnings("ESC040")
@Tool record Ask3() {}
@SuppressWarnings("ESC040")
@Tool record Ask4() {}
@SuppressWarnings("ESC040")
@Tool record Ask5() {}

class Refusal extends Exception {}

@Transactional
@Agent(onText = OnText.FINISH)
class Office {
  @Prompt String prompt() { return ""; }

  // WARNING ESC046 Declaration.STEP(one), [Refusal], TransactionRemedy.ROLL_BACK(rollbackOn, Refusal.class), Hint.ON(Office)
  @Step void one(Ask1 call) throws Refusal {}

  @Transactional(rollbackOn = Refusal.class) @Step void two(Ask2 call) throws Refusal {}

  @Transactional(Transactional.TxType.NEVER) @Step void three(Ask3 call) throws Refusal {}

  // WARNING ESC046 Declaration.STEP(four), [IllegalStateException], TransactionRemedy.DO_NOT_EXCLUDE([RuntimeException], dontRollbackOn), Hint.NONE
  // WARNING ESC044 Declaration.STEP(four), [IllegalStateException]
  @Transactional(dontRollbackOn = RuntimeException.class, rollbackOn = IllegalStateException.class) @Step void four(Ask4 call) throws IllegalStateException {}
}

@javax.transaction.Transactional
class Base {}

@Agent(onText = OnText.FINISH)
class LaterOffice extends Base {
  @Prompt String prompt() { return ""; }

  // WARNING ESC046 Declaration.STEP(one), [Refusal], TransactionRemedy.ROLL_BACK(rollbackOn, Refusal.class), Hint.ON(Base)
  @Step void one(Ask5 call) throws Refusal {}
}
