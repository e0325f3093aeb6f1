package shop;

import dev.escapement.Agent;
import dev.escapement.Effect;
import dev.escapement.OnText;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.StepContext;
// GENERATED shop.TwentyOne_T1Spec shop.TwentyOne_T2Spec shop.TwentyOne_T3Spec shop.TwentyOne_T4Spec shop.TwentyOne_T5Spec shop.TwentyOne_T6Spec shop.TwentyOne_T7Spec
// GENERATED shop.TwentyOne_T8Spec shop.TwentyOne_T9Spec shop.TwentyOne_T10Spec shop.TwentyOne_T11Spec shop.TwentyOne_T12Spec shop.TwentyOne_T13Spec shop.TwentyOne_T14Spec
// GENERATED shop.TwentyOne_T15Spec shop.TwentyOne_T16Spec shop.TwentyOne_T17Spec shop.TwentyOne_T18Spec shop.TwentyOne_T19Spec shop.TwentyOne_T20Spec shop.TwentyOne_T21Spec
// GENERATED shop.TwentyOneLoop

@SuppressWarnings("ESC040")
// WARNING ESC041 TwentyOne, 21
@Agent(onText = OnText.FINISH) class TwentyOne {
  @Prompt String prompt() { return ""; }

  @Tool record T1() {}
  @Step void t1(T1 call) {}
  @Tool record T2() {}
  @Step void t2(T2 call) {}
  @Tool record T3() {}
  @Step void t3(T3 call) {}
  @Tool record T4() {}
  @Step void t4(T4 call) {}
  @Tool record T5() {}
  @Step void t5(T5 call) {}
  @Tool record T6() {}
  @Step void t6(T6 call) {}
  @Tool record T7() {}
  @Step void t7(T7 call) {}
  @Tool record T8() {}
  @Step void t8(T8 call) {}
  @Tool record T9() {}
  @Step void t9(T9 call) {}
  @Tool record T10() {}
  @Step void t10(T10 call) {}
  @Tool record T11() {}
  @Step void t11(T11 call) {}
  @Tool record T12() {}
  @Step void t12(T12 call) {}
  @Tool record T13() {}
  @Step void t13(T13 call) {}
  @Tool record T14() {}
  @Step void t14(T14 call) {}
  @Tool record T15() {}
  @Step void t15(T15 call) {}
  @Tool record T16() {}
  @Step void t16(T16 call) {}
  @Tool record T17() {}
  @Step void t17(T17 call) {}
  @Tool record T18() {}
  @Step void t18(T18 call) {}
  @Tool record T19() {}
  @Step void t19(T19 call) {}
  @Tool record T20() {}
  @Step void t20(T20 call) {}
  @Tool record T21() {}
  @Step void t21(T21 call) {}
}
