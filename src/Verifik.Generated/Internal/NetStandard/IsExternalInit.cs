#if !NET
namespace System.Runtime.CompilerServices;

/// <summary>The type that the compiler requires for <c>init</c> properties, which .NET Standard does not have.</summary>
internal static class IsExternalInit;
#endif
