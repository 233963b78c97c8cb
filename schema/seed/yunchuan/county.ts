/** 云川县, an invented county: its words, as one row. */
export const COUNTY = {
  name: '云川县',
  brand: '文明云川',
  numberPrefix: 'YC',
  lng: 107.379,
  lat: 33.2614,
  hotline: '12345',
  hotlineZh: '云川县便民热线，全天有人接听',
  emergencyZh: '有人受伤或正在发生危险，请先拨打 110、119 或 120',
  officeZh: '云川县创建全国文明城市工作办公室',
}
