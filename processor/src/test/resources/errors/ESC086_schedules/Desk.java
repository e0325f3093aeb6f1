package shop;

import dev.escapement.Agent;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.Trigger;

// GENERATED shop.Desk_CloseSpec
@Agent
class Desk {
  /** Close the case. */
  @Tool record Close() {}

  @Prompt String prompt() { return "Help the customer."; }

  @Step Finish<String> close(Close call) { return Finish.with("closed"); }

  // ERROR ESC086 small, 0 9 * *, CronFault.FIELD_COUNT(4)
  @Trigger(schedule = "0 9 * *") String small() { return ""; }

  // ERROR ESC086 seconds, 0 0 9 * * MON, CronFault.FIELD_COUNT(6)
  @Trigger(schedule = "0 0 9 * * MON") String seconds() { return ""; }

  // ERROR ESC086 empty, "0,,1 * * * *", CronFault.EMPTY_PART(minute)
  @Trigger(schedule = "0,,1 * * * *") String empty() { return ""; }

  // ERROR ESC086 quartz, 0 9 ? * MON, CronFault.UNKNOWN_VALUE(day of month, ?)
  @Trigger(schedule = "0 9 ? * MON") String quartz() { return ""; }

  // ERROR ESC086 month, 0 9 1 JNA *, CronFault.UNKNOWN_NAME(month, JNA, JAN)
  @Trigger(schedule = "0 9 1 JNA *") String month() { return ""; }

  // ERROR ESC086 late, 0 24 * * *, CronFault.OUT_OF_RANGE(hour, 24, 0, 23)
  @Trigger(schedule = "0 24 * * *") String late() { return ""; }

  // ERROR ESC086 weekend, 0 9 * * SAT-MON, CronFault.REVERSED_RANGE(day of week, SAT-MON)
  @Trigger(schedule = "0 9 * * SAT-MON") String weekend() { return ""; }

  // ERROR ESC086 step, */90 * * * *, CronFault.BAD_STEP(minute, 90, 59)
  @Trigger(schedule = "*/90 * * * *") String step() { return ""; }

  // ERROR ESC086 quarter, 5/15 * * * *, CronFault.STEP_OF_VALUE(minute, 5/15)
  @Trigger(schedule = "5/15 * * * *") String quarter() { return ""; }

  static final String CONSTANT = "0 0 30 2 *";

  // ERROR ESC086 never, 0 0 30 2 *, CronFault.NEVER
  @Trigger(schedule = CONSTANT) String never() { return ""; }

  @Trigger(schedule = "0 0 29 2 *", zone = "+01:00") String rare() { return ""; }
}
