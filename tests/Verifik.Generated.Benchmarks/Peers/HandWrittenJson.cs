using System.Text.Json;
using System.Text.Json.Serialization;

namespace Verifik.Benchmarks.Peers;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(HandWritten.PhoneLoginRequest))]
[JsonSerializable(typeof(HandWritten.PhoneLoginConfirmation))]
[JsonSerializable(typeof(HandWritten.PhoneLoginResponse))]
[JsonSerializable(typeof(HandWritten.ConfirmPhoneLoginResponse))]
internal sealed partial class HandWrittenJson : JsonSerializerContext;
