using System.Reflection;
using System.Reflection.Emit;

namespace Percurso.Domain.Tests.Sources;

/// <summary>The instructions of a compiled method (ECMA-335, partition III), as far as strings and calls go.</summary>
static class Instructions
{
    static readonly Dictionary<int, OpCode> codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => (int)(ushort)code.Value);

    /// <summary>Each string constant (a <see cref="string"/>) and each method called (a <see cref="MethodBase"/>), in order.</summary>
    public static IEnumerable<object> Of(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } bytes) yield break;

        for (var at = 0; at < bytes.Length;)
        {
            var code = codes[bytes[at] == 0xFE ? 0xFE00 | bytes[at + 1] : bytes[at]];
            at += code.Size;
            if (code.OperandType == OperandType.InlineString) yield return method.Module.ResolveString(BitConverter.ToInt32(bytes, at));
            if (code.OperandType == OperandType.InlineMethod && Called(method, BitConverter.ToInt32(bytes, at)) is { } called) yield return called;
            at += Length(code.OperandType, bytes, at);
        }
    }

    static MethodBase? Called(MethodBase method, int token) => method.Module.ResolveMethod(
        token, method.DeclaringType?.GetGenericArguments(), method.IsGenericMethod ? method.GetGenericArguments() : null);

    static int Length(OperandType operand, byte[] bytes, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(bytes, at)),
        _ => 4,
    };
}
