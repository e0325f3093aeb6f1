package shop;

import dev.escapement.Tool;

// OPTION -Aescapement.dialects=json_schema,openai,anthropic,anthropic_strict,gemini

@SuppressWarnings("ESC040")
// ERROR ESC035 tree, [SchemaFinding.LIMITATION([gemini], $, DialectLimitation.TOO_MANY_PARTS(5000))]
@Tool record Tree(Level20 top) {}

record Level20(Level19 left, Level19 right) {}

record Level19(Level18 left, Level18 right) {}

record Level18(Level17 left, Level17 right) {}

record Level17(Level16 left, Level16 right) {}

record Level16(Level15 left, Level15 right) {}

record Level15(Level14 left, Level14 right) {}

record Level14(Level13 left, Level13 right) {}

record Level13(Level12 left, Level12 right) {}

record Level12(Level11 left, Level11 right) {}

record Level11(Level10 left, Level10 right) {}

record Level10(Level9 left, Level9 right) {}

record Level9(Level8 left, Level8 right) {}

record Level8(Level7 left, Level7 right) {}

record Level7(Level6 left, Level6 right) {}

record Level6(Level5 left, Level5 right) {}

record Level5(Level4 left, Level4 right) {}

record Level4(Level3 left, Level3 right) {}

record Level3(Level2 left, Level2 right) {}

record Level2(Level1 left, Level1 right) {}

record Level1(Level0 left, Level0 right) {}

record Level0(String name) {}
